package loadgate.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Locks a file, says so and keeps it locked until it is ended. */
final class LockingProcess {

  private LockingProcess() {}

  public static void main(String[] file) throws IOException, InterruptedException {
    try (FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
      channel.lock();
      System.out.println("locked");
      Thread.currentThread().join();
    }
  }
}
