using System.Security.Cryptography;

namespace AiLabels.Testing.C2pa;

/// <summary>Builds one manifest: assertions, the claim that references them by hash, and its signature.</summary>
internal sealed class ManifestBuilder(string label)
{
    private readonly List<(string Label, byte[] Box)> _assertions = [];
    private byte[]? _built;
    private byte[] _signature = [];

    public int ClaimVersion { get; init; } = 2;

    public string Type { get; init; } = "c2ma";

    public string Generator { get; init; } = "Test Generator";

    public string SignatureUrl { get; init; } = $"self#jumbf=/c2pa/{label}/c2pa.signature";

    public TestSigner Signer { get; init; } = TestSigner.Default;

    /// <summary>Label of the claim box; null means that of the version.</summary>
    public string? ClaimLabel { get; init; }

    /// <summary>Fields of the claim generator besides its name.</summary>
    public Dictionary<object, object?> GeneratorInfo { get; init; } = [];

    /// <summary>JUMBF URIs of ingredient assertions that the claim redacts.</summary>
    public string[] Redacts { get; init; } = [];

    public string Url => $"self#jumbf=/c2pa/{label}";

    /// <summary>The assertion that binds the manifest to a file, and its content; null omits it.</summary>
    public (string Name, Dictionary<object, object?> Content)? Binding
    {
        get;
        set
        {
            field = value;
            _built = null;
        }
    }

    /// <summary>Assertions that depend on the file as <see cref="Binding"/> does.</summary>
    public (string Name, Dictionary<object, object?> Content)[] Bound
    {
        get;
        set
        {
            field = value;
            _built = null;
        }
    } = [];

    /// <summary>Changes the parts of the finished manifest: its assertion store, claim and signature boxes.</summary>
    public Func<byte[][], byte[][]> Tamper { get; init; } = parts => parts;

    public ManifestBuilder Assertion(string name, object content) => AssertionBox(name, "cbor", Cbor.Encode(content));

    public ManifestBuilder AssertionBox(string name, string contentType, byte[] content)
    {
        _assertions.Add((name, Box(name, contentType, content)));
        return this;
    }

    /// <summary>One action of a <c>c2pa.actions.v2</c> assertion.</summary>
    public ManifestBuilder Action(string action, string? sourceType = null, string? agent = null)
    {
        var item = new Dictionary<object, object?> { ["action"] = action };
        if (sourceType is not null)
        {
            item["digitalSourceType"] = sourceType;
        }

        if (agent is not null)
        {
            item["softwareAgent"] = new Dictionary<object, object?> { ["name"] = agent };
        }

        return Assertion("c2pa.actions.v2", new Dictionary<object, object?> { ["actions"] = new object?[] { item } });
    }

    public ManifestBuilder Ingredient(string relationship, ManifestBuilder? manifest, string name = "c2pa.ingredient.v3")
    {
        var isThird = name.StartsWith("c2pa.ingredient.v3", StringComparison.Ordinal);
        var content = new Dictionary<object, object?> { ["relationship"] = relationship };
        if (manifest is not null)
        {
            content[isThird ? "activeManifest" : "c2pa_manifest"] = Reference(manifest.Url, manifest.Build());
            if (isThird)
            {
                content["claimSignature"] = Reference($"{manifest.Url}/c2pa.signature", manifest._signature);
            }
        }

        return Assertion(name, content);
    }

    /// <summary>The manifest superbox, signed once, because each ECDSA signature differs.</summary>
    public byte[] Build() => _built ??= Sign();

    private byte[] Sign()
    {
        List<(string Label, byte[] Box)> assertions = [.. _assertions];
        foreach (var (name, content) in Binding is { } binding ? [binding, .. Bound] : Bound)
        {
            assertions.Add((name, Box(name, "cbor", Cbor.Encode(content))));
        }

        var claim = Cbor.Encode(Claim(assertions));
        byte[][] parts =
        [
            Jumbf.Superbox("c2as", "c2pa.assertions", [.. assertions.Select(assertion => assertion.Box)]),
            Jumbf.Superbox("c2cl", ClaimLabel ?? (ClaimVersion == 1 ? "c2pa.claim" : "c2pa.claim.v2"), Jumbf.Box("cbor", claim)),
            Jumbf.Superbox("c2cs", "c2pa.signature", Jumbf.Box("cbor", Signer.Sign(claim))),
        ];
        _signature = parts[2];
        return Jumbf.Superbox(Type, label, Tamper(parts));
    }

    private static byte[] Box(string name, string contentType, byte[] content) =>
        Jumbf.Superbox(contentType, name, Jumbf.Box(contentType, content));

    /// <summary>A hashed URI: the hash covers the superbox after its 8-byte header.</summary>
    public static Dictionary<object, object?> Reference(string url, byte[] superbox) =>
        new() { ["url"] = url, ["alg"] = "sha256", ["hash"] = SHA256.HashData(superbox.AsSpan(8)) };

    private Dictionary<object, object?> Claim(IEnumerable<(string Label, byte[] Box)> assertions)
    {
        var references =
            assertions.Select(object? (assertion) => Reference($"self#jumbf=c2pa.assertions/{assertion.Label}", assertion.Box)).ToArray();
        var info = new Dictionary<object, object?>(GeneratorInfo) { ["name"] = Generator };
        return ClaimVersion == 1
            ? new()
            {
                ["claim_generator_info"] = new object?[] { info },
                ["assertions"] = references,
                ["alg"] = "sha256",
                ["signature"] = SignatureUrl
            }
            : new()
            {
                ["claim_generator_info"] = info,
                ["created_assertions"] = references,
                ["alg"] = "sha256",
                ["instanceID"] = "xmp:iid:1",
                ["redacted_assertions"] = Redacts,
                ["signature"] = SignatureUrl
            };
    }
}
