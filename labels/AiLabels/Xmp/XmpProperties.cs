using System.Text;
using System.Xml;

namespace AiLabels.Xmp;

/// <summary>Finds known properties in RDF/XML: as attribute or child of an <c>rdf:Description</c> in <c>rdf:RDF</c>.</summary>
/// <remarks>The same name inside a structure, such as the history of another file, describes something else and is ignored.</remarks>
internal static class XmpProperties
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    // Genuine packets declare dozens; the parser's time grows with the square of the count.
    private const int MaxNamespaces = 4096;

    // Levels below rdf:RDF.
    private const int Description = 1;
    private const int Property = 2;

    /// <exception cref="XmlException">The text is not XML, holds a DTD, or repeats an attribute.</exception>
    /// <exception cref="InvalidDataException">
    /// Elements nest deeper than <paramref name="maxDepth"/>, or there are too many namespaces.
    /// </exception>
    public static IEnumerable<XmpProperty> Read(string xml, int maxDepth)
    {
        if (xml.AsSpan().Count("xmlns") > MaxNamespaces)
        {
            throw new InvalidDataException($"more than {MaxNamespaces} namespaces are declared");
        }

        // Entities are declared in a DTD: prohibiting it prevents expansion and external access.
        // One reference to a forbidden character, which some cameras and editors write, must not end the packet.
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = xml.Length,
            CheckCharacters = false,
        };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        int? rdfDepth = null;
        var inDescription = false;
        string? property = null;
        var text = new StringBuilder();
        while (reader.Read())
        {
            var level = reader.Depth - rdfDepth;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth > maxDepth:
                    throw new InvalidDataException($"elements nest deeper than {maxDepth}");
                case XmlNodeType.Element when level is null:
                    rdfDepth = IsRdf(reader, "RDF") ? reader.Depth : null;
                    break;
                case XmlNodeType.Element when level == Description:
                    inDescription = IsRdf(reader, "Description");
                    foreach (var attribute in inDescription ? ReadAttributes(reader) : [])
                    {
                        yield return attribute;
                    }

                    break;
                case XmlNodeType.Element when level >= Property && inDescription:
                    property = level == Property ? XmpName.Of(reader.NamespaceURI, reader.LocalName) : property;
                    if (property is not null && reader.GetAttribute("resource", Rdf) is { } resource)
                    {
                        yield return new XmpProperty(property, resource);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when level > Property && property is not null:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement when text.Length > 0:
                    // The property itself, or one item of its array.
                    yield return new XmpProperty(property!, text.ToString());
                    text.Clear();
                    break;
            }
        }
    }

    private static bool IsRdf(XmlReader reader, string name) => reader.LocalName == name && reader.NamespaceURI == Rdf;

    private static IEnumerable<XmpProperty> ReadAttributes(XmlReader reader)
    {
        while (reader.MoveToNextAttribute())
        {
            if (XmpName.Of(reader.NamespaceURI, reader.LocalName) is { } name)
            {
                yield return new XmpProperty(name, reader.Value);
            }
        }
    }
}
