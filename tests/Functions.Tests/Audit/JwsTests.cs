using System.Buffers.Text;
using System.Text;
using Microsoft.Extensions.Options;
using VideoGate.Audit;
using VideoGate.Audit.Anchors;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Audit;

public sealed class JwsTests : IDisposable
{
    private static readonly byte[] Payload = "{}"u8.ToArray();

    private readonly AuditSigner _signer = With(Truth.NewKey());
    private readonly AuditSigner _unsigned = With(null);

    public void Dispose()
    {
        _signer.Dispose();
        _unsigned.Dispose();
    }

    [Fact]
    public void Decode_SignedByThisApp_IsSigned() => Assert.True(Jws.Decode(Jws.Encode(Payload, _signer), _signer)!.Value.IsSigned);

    [Fact]
    public void Decode_Unsecured_SaysSo() => Assert.False(Jws.Decode(Jws.Encode(Payload, _unsigned), _signer)!.Value.IsSigned);

    [Fact]
    public void Decode_SignedByARetiredKey_IsSigned()
    {
        using var old = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        using var before = With(old.ExportPkcs8PrivateKeyPem());
        using var now = With(Truth.NewKey(), old.ExportSubjectPublicKeyInfoPem());

        Assert.True(Jws.Decode(Jws.Encode(Payload, before), now)!.Value.IsSigned);
    }

    [Fact]
    public void Decode_SignedByAnotherKey_IsNothing()
    {
        using var another = With(Truth.NewKey());

        Assert.Null(Jws.Decode(Jws.Encode(Payload, another), _signer));
    }

    /// <remarks>Base64url has bits that no decoder reads; the text as a whole is what the chain hashes.</remarks>
    [Fact]
    public void Decode_AnyCharacterChanged_IsNotTaken()
    {
        var text = Jws.Encode(Payload, _signer);
        for (var i = 0; i < text.Length; i++)
        {
            var changed = new StringBuilder(text) { [i] = text[i] == 'x' ? 'y' : 'x' }.ToString();
            var decoded = Jws.Decode(changed, _signer);
            Assert.True(decoded is null || Base64Url.DecodeFromChars(changed.Split('.')[2])
                .SequenceEqual(Base64Url.DecodeFromChars(text.Split('.')[2])), $"Character {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b.c.d")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.AAAA")]
    [InlineData("eyJhbGciOiJub25lIn0.!!.")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.AAAA")]
    public void Decode_Malformed_IsNothing(string text) => Assert.Null(Jws.Decode(text, _signer));

    private static AuditSigner With(string? key, params string[] retired)
    {
        var options = new AuditOptions { SigningKey = key };
        foreach (var pem in retired)
        {
            options.RetiredKeys.Add(pem);
        }

        return new(Options.Create(options));
    }
}
