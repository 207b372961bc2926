// Reads manifests, an array in JSON, from a file and prints what the schema of Kubernetes refuses.
import { readFileSync } from 'node:fs'
import { Job } from 'kubernetes-models/batch/v1'
import { PersistentVolumeClaim, Service } from 'kubernetes-models/v1'

const models = { Job, PersistentVolumeClaim, Service }

for (const manifest of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const model = new models[manifest.kind](manifest)
  try {
    model.validate()
  } catch (refusal) {
    console.log(`${manifest.metadata.name}: ${refusal.message}`)
  }
}
