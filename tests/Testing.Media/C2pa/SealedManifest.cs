namespace AiLabels.Testing.C2pa;

/// <summary>A manifest whose signature later evidence can cover.</summary>
internal sealed class SealedManifest
{
    private byte[] _header = [];
    private byte[] _signature = [];

    /// <param name="label">Label of the manifest.</param>
    /// <param name="authority">Issues the signer's certificate.</param>
    /// <param name="leaf">Properties of that certificate.</param>
    /// <param name="countersign">Adds headers beside the signature.</param>
    public SealedManifest(
        string label, TestPki authority, LeafOptions leaf, Action<Dictionary<object, object?>, byte[], byte[], byte[]>? countersign = null)
    {
        var (key, certificate) = authority.Leaf(leaf);
        Label = label;
        Manifest = new ManifestBuilder(label)
        {
            Signer = new TestSigner(key, certificate)
            {
                Countersign = (unprotectedHeader, header, claim, signature) =>
                {
                    (_header, _signature) = (header, signature);
                    countersign?.Invoke(unprotectedHeader, header, claim, signature);
                },
            },
        }.Action("c2pa.created", SourceTypes.Trained);
    }

    public string Label { get; }

    public ManifestBuilder Manifest { get; }

    /// <summary>The bytes that a time-stamp covers (C2PA 2.2, section 18.17.3). The manifest must not be rebuilt afterwards.</summary>
    public byte[] Countersigned
    {
        get
        {
            Manifest.Build();
            return TestSigner.Structure("CounterSignature", _header, Cbor.Encode(_signature));
        }
    }

    /// <summary>The bytes that c2pa-rs time-stamps instead.</summary>
    public byte[] Signature
    {
        get
        {
            Manifest.Build();
            return _signature;
        }
    }
}
