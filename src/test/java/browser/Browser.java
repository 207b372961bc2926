package browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that opens pages from the disk, for tests of what a person would see. */
public final class Browser implements AutoCloseable {

  /** Has the value {@code required} where a missing browser is a failure, as in CI. */
  private static final String DEMAND = "LOADGATE_BROWSER";

  private static final int MOST_TABS = 50;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final String COUNT_PIXELS =
      """
      const canvas = document.getElementById(arguments[0]);
      const style = getComputedStyle(document.documentElement);
      const copy = new OffscreenCanvas(canvas.width, canvas.height + 1);
      const pen = copy.getContext('2d', { willReadFrequently: true });
      pen.drawImage(canvas, 0, 1);
      pen.fillStyle = style.getPropertyValue(arguments[1]).trim();
      pen.fillRect(0, 0, 1, 1);
      const wanted = pen.getImageData(0, 0, 1, 1).data;
      const seen = pen.getImageData(0, 1, canvas.width, canvas.height).data;
      let count = 0;
      for (let i = 0; i < seen.length; i += 4) {
        // Thin lines are blended with what is around them, most of all in their opacity.
        if ([0, 1, 2].every((channel) => Math.abs(seen[i + channel] - wanted[channel]) < 24)
            && seen[i + 3] > 96) {
          count++;
        }
      }
      return count;
      """;

  /** What the reader of a page has chosen in the settings of the system. */
  public enum ColourScheme {
    LIGHT,
    DARK
  }

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts a browser, or skips the test where none is installed.
   *
   * @param profile an empty folder for what the browser keeps
   */
  public static Browser start(Path profile) {
    File browser = installed("chromium");
    // With both paths given, Selenium looks for nothing and downloads nothing.
    ChromeDriverService driver =
        new ChromeDriverService.Builder().usingDriverExecutable(installed("chromedriver")).build();
    return new Browser(new ChromeDriver(driver, options(browser, profile)));
  }

  private static ChromeOptions options(File browser, Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1000",
        "--user-data-dir=" + profile.toAbsolutePath());
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
    return options;
  }

  private static File installed(String program) {
    Optional<File> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> new File(folder, program))
            .filter(File::canExecute)
            .findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    String missing = "no page is looked at in a browser: " + program + " is not on the PATH";
    if ("required".equals(System.getenv(DEMAND))) {
      return fail(missing);
    }
    System.out.println("SKIPPED: " + missing);
    return abort(missing);
  }

  public void open(Path page, ColourScheme scheme) {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of(
                    "name",
                    "prefers-color-scheme",
                    "value",
                    scheme.name().toLowerCase(Locale.ROOT)))));
    driver.get(page.toUri().toString());
  }

  /** The address of the page that is open. */
  public String address() {
    return driver.getCurrentUrl();
  }

  public void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  /** Clicks the first of those elements that has that text. */
  public void click(String selector, String text) {
    visible(selector)
        .filter(element -> element.getText().equals(text))
        .findFirst()
        .orElseThrow()
        .click();
  }

  /** Picks the option with that text. */
  public void choose(String selector, String text) {
    click(selector + " option", text);
  }

  /** Presses the Tab key until the first of those elements has the focus. */
  public void tabTo(String selector) {
    WebElement wanted = driver.findElement(By.cssSelector(selector));
    for (int i = 0; i < MOST_TABS; i++) {
      press(Keys.TAB);
      if (driver.switchTo().activeElement().equals(wanted)) {
        return;
      }
    }
    fail("not reached by %d times Tab: %s".formatted(MOST_TABS, selector));
  }

  public void press(CharSequence key) {
    new Actions(driver).sendKeys(key).perform();
  }

  /** Makes the window that wide until a page is opened. */
  public void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
  }

  /** How many pixels of the page are beside the window. */
  public long hiddenWidth() {
    return (Long)
        driver.executeScript(
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth");
  }

  /** The texts of those elements that can be seen. */
  public List<String> texts(String selector) {
    return visible(selector).map(WebElement::getText).toList();
  }

  /** The ids of those elements that can be seen. */
  public List<String> ids(String selector) {
    return visible(selector).map(element -> element.getAttribute("id")).toList();
  }

  private Stream<WebElement> visible(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().filter(WebElement::isDisplayed);
  }

  /** How many pixels of a canvas have about the colour that a variable of the style sheet holds. */
  public long pixels(String canvasId, String colour) {
    return (Long) driver.executeScript(COUNT_PIXELS, canvasId, colour);
  }

  /** Everything that the page has written to the console, or the browser about it. */
  public List<String> console() {
    return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
        .map(LogEntry::toString)
        .toList();
  }

  /** Keeps a picture of the whole page under {@code target/screenshots}. */
  public void screenshot(String name) throws IOException {
    Map<String, Object> picture =
        driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
    Files.createDirectories(SCREENSHOTS);
    Files.write(
        SCREENSHOTS.resolve(name + ".png"),
        Base64.getDecoder().decode((String) picture.get("data")));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
