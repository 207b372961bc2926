package loadgate.report;

import static java.util.stream.Collectors.joining;

import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes well-formed XML, whatever characters the names in it have. */
final class Xml {

  private static final String REPLACEMENT = "\uFFFD";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  Xml() throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }

  Xml open(String element, Map<String, ?> attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
    for (Map.Entry<String, ?> attribute : attributes.entrySet()) {
      xml.writeAttribute(attribute.getKey(), legal(attribute.getValue().toString()));
    }
    return this;
  }

  /** Text of as many lines as are given. */
  Xml text(String... lines) throws XMLStreamException {
    xml.writeCharacters(Stream.of(lines).map(Xml::legal).collect(joining("\n")));
    return this;
  }

  Xml close() throws XMLStreamException {
    xml.writeEndElement();
    return this;
  }

  String document() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
    return text + "\n";
  }

  /** XML 1.0 has no way at all to write halves of surrogate pairs. */
  private static String legal(String content) {
    return OneLine.of(content)
        .replaceAll("[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", REPLACEMENT);
  }
}
