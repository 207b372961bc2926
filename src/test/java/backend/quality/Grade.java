package backend.quality;

/** A score from 0 to 100 as a letter. */
public enum Grade {
  A(90),
  B(80),
  C(70),
  D(60),
  F(0);

  private final double from;

  Grade(double from) {
    this.from = from;
  }

  static Grade of(double score) {
    for (Grade grade : values()) {
      if (score >= grade.from) {
        return grade;
      }
    }
    return F;
  }
}
