using System.Text;
using AiLabels.Testing.C2pa;
using VideoGate.TrustLists;

namespace VideoGate.Tests.TrustLists;

/// <summary>Lists in the form of the official ones: the subject of each authority, then its certificate.</summary>
internal static class TestLists
{
    public static string Pem(params IEnumerable<TestPki> authorities) => string.Concat(
        authorities.Select(authority => $"Subject\t{authority.Certificate.Subject}\n{authority.Certificate.ExportCertificatePem()}\n\n"));

    public static TrustListFile Read(string pem) => TrustListFile.Read(TrustListKind.Signers, Encoding.UTF8.GetBytes(pem));

    public static TrustListFile ReadProducts(string json) => TrustListFile.Read(TrustListKind.Products, Encoding.UTF8.GetBytes(json));

    /// <summary>Records of the product of a test's signer with these ids, in the form of the official list.</summary>
    public static string Products(params IEnumerable<string> ids) => $"[{string.Join(',', ids.Select(id =>
        $$"""
        { "recordId": "{{id}}", "status": "conformant",
          "product": { "productType": "generatorProduct", "DN": { "CN": "Leaf", "O": "Leaf Organisation" } },
          "containers": { "generate": { "video": ["video/mp4"] } } }
        """))}]";

    /// <summary>One authority for each name, with that name.</summary>
    public static TestPki[] Authorities(int count) =>
        [.. Enumerable.Range(1, count).Select(number => TestPki.Root($"CN=Authority {number}"))];
}
