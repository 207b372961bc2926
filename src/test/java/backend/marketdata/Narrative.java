package backend.marketdata;

import java.util.List;

/**
 * What can be said about an asset.
 *
 * @param language of the texts, as in ISO 639-1
 */
public record Narrative(
    String summary,
    List<String> keyInsights,
    List<String> riskFactors,
    String language,
    List<Section> sections) {

  /**
   * A part of it.
   *
   * @param confidence 0..1
   */
  public record Section(String title, String type, double confidence) {}
}
