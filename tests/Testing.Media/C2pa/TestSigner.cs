using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.Testing.C2pa;

/// <summary>Signs claims as COSE_Sign1.</summary>
/// <param name="key">ECDSA or RSA.</param>
/// <param name="chain">The signer's certificate first.</param>
internal sealed class TestSigner(AsymmetricAlgorithm key, params X509Certificate2[] chain)
{
    public static TestSigner Default { get; } = TestPki.SelfSigned("CN=Test Signer, O=Test Organisation");

    /// <summary>COSE number of the algorithm in the header, which also signs if it is known here.</summary>
    public int Algorithm { get; init; } = -7;

    public object ChainLabel { get; init; } = 33;

    public bool ChainIsProtected { get; init; } = true;

    /// <summary>Number of zeros in the unprotected header, which reserve the length of a signature that is not known yet.</summary>
    public int Padding { get; init; } = 16;

    public bool IsTagged { get; init; } = true;

    public byte[]? Payload { get; init; }

    /// <summary>Changes the finished signature.</summary>
    public Func<byte[], byte[]> Tamper { get; init; } = signature => signature;

    /// <summary>Adds entries to the unprotected header, given the protected header, the claim and the signature.</summary>
    public Action<Dictionary<object, object?>, byte[], byte[], byte[]> Countersign { get; init; } = (_, _, _, _) => { };

    public byte[] Sign(byte[] claim)
    {
        var chainValue = new object?[chain.Length];
        for (var i = 0; i < chain.Length; i++)
        {
            chainValue[i] = chain[i].RawData;
        }

        var header = new Dictionary<object, object?> { [1] = Algorithm };
        var unprotectedHeader = new Dictionary<object, object?> { ["pad"] = new byte[Padding] };
        (ChainIsProtected ? header : unprotectedHeader)[ChainLabel] = chainValue;
        var encodedHeader = Cbor.Encode(header);
        var signature = Tamper(SignStructure(Structure("Signature1", encodedHeader, claim)));
        Countersign(unprotectedHeader, encodedHeader, claim, signature);
        var cose = Cbor.Encode(new object?[] { encodedHeader, unprotectedHeader, Payload, signature });
        return IsTagged ? [0xD2, .. cose] : cose;
    }

    public static byte[] Structure(string context, byte[] header, byte[] payload) =>
        Cbor.Encode(new object?[] { context, header, Array.Empty<byte>(), payload });

    private byte[] SignStructure(byte[] data)
    {
        var hash = Algorithm switch
        {
            -35 or -38 => HashAlgorithmName.SHA384,
            -36 or -39 => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA256,
        };
        return key switch
        {
            ECDsa ecdsa => ecdsa.SignData(data, hash),
            RSA rsa => rsa.SignData(data, hash, RSASignaturePadding.Pss),
            _ => throw new NotSupportedException(),
        };
    }
}
