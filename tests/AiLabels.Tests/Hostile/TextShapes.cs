using System.Text;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Hostile;

/// <summary>JSON and XML that expand when parsed.</summary>
internal static class TextShapes
{
    private const string Rdf =
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">""";

    public static IEnumerable<HostileShape> All =>
    [
        Label("JSON 3,000 deep", () => Many("""{"a":""", 3_000)),
        Label("JSON arrays 1,000,000 deep", () => Many("[", 1_000_000)),
        Label("a million JSON members", () => $$"""{"Label":"1",{{Many("\"a\":1,", 600_000)}}"b":1}"""),
        Label("300,000 labels in one object", () => $$"""{{{Many("\"Label\":\"1\",", 300_000)}}"b":1}"""),
        Label("a label of 4 MB without an end", () => "{\"Label\":\"" + Many("1", 4_000_000)),
        Label("escapes only", () => "{\"Label\":\"" + Many("\\u0031", 600_000) + "\"}"),
        Xmp("billion laughs",
            () => $"<!DOCTYPE a [<!ENTITY l0 \"lol\">{string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY l{i} \"{Many($"&l{i - 1};", 10)}\">"))}]><a>&l20;</a>"),
        Xmp("quadratic blow-up", () => $"<!DOCTYPE a [<!ENTITY l \"{Many("a", 100_000)}\">]><a>{Many("&l;", 100_000)}</a>"),
        Xmp("external entity", () => """<!DOCTYPE a [<!ENTITY x SYSTEM "file:///dev/zero">]><a>&x;</a>"""),
        Xmp("external DTD", () => """<!DOCTYPE a SYSTEM "file:///dev/zero"><a/>"""),
        Xmp("elements 100,000 deep", () => Many("<a>", 100_000)),
        Xmp("sound elements 100,000 deep", () => Many("<a>", 100_000) + Many("</a>", 100_000)),
        Xmp("100,000 attributes", () => $"<a {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"b{i}=\"\" "))}/>"),
        Xmp("100,000 namespaces", () => $"<a {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"xmlns:n{i}=\"u{i}\" "))}/>"),
        Xmp("namespaces on 3,000 levels", () => string.Concat(Enumerable.Range(0, 3_000).Select(i => $"<n{i}:a xmlns:n{i}=\"u{i}\">"))),
        Xmp("an attribute of 3 MB", () => $"<a b=\"{Many("x", 3_000_000)}\"/>"),
        Xmp("a name of 3 MB", () => $"<{Many("x", 3_000_000)}/>"),
        Xmp("a comment of 3 MB", () => $"<!--{Many("x", 3_000_000)}--><a/>"),
        Xmp("300,000 processing instructions", () => Many("<?a?>", 300_000)),
        Xmp("30,000 source types",
            () => $"{Rdf}{Many("<rdf:Description><e:DigitalSourceType>x</e:DigitalSourceType></rdf:Description>", 30_000)}</rdf:RDF>"),
        Xmp("300,000 list items",
            () => $"{Rdf}<rdf:Description><e:DigitalSourceType><rdf:Bag>{Many("<rdf:li/>", 300_000)}</rdf:Bag></e:DigitalSourceType></rdf:Description></rdf:RDF>"),
        Xmp("XMP of 100 MB", () => Many(" ", 100_000_000)),
    ];

    private static HostileShape Label(string name, Func<string> text) => new(name, () => FileWith(Udta(MetaWithKeys(("AIGC", text())))));

    private static HostileShape Xmp(string name, Func<string> text) =>
        new($"XML: {name}",
            () => Concat(
                Ftyp, Box("uuid", Convert.FromHexString("be7acfcb97a942e89c71999491e3afac"), Encoding.UTF8.GetBytes(text())), Moov()));

    private static string Many(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
