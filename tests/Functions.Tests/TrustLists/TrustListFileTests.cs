using AiLabels.Testing.C2pa;
using VideoGate.TrustLists;

namespace VideoGate.Tests.TrustLists;

public sealed class TrustListFileTests
{
    private static readonly TestPki[] Authorities = TestLists.Authorities(4);

    private static readonly string Good = TestLists.Pem(Authorities);

    [Fact]
    public void Read_ListOfAuthorities_IsTaken()
    {
        var file = TestLists.Read(Good);

        Assert.Equal((4, 4, 64), (file.Entries.Count, file.Anchors.Count, file.Sha256.Length));
    }

    [Fact]
    public void Read_SubordinateAuthority_IsTaken() =>
        Assert.Equal(1, TestLists.Read(TestLists.Pem(Authorities[0].Intermediate())).Anchors.Count);

    [Fact]
    public void Read_ListOfProducts_IsTakenAndItsRecordsAreItsEntries()
    {
        var file = TestLists.ReadProducts(TestLists.Products("one", "two"));

        Assert.Equal((2, 2, 0), (file.Entries.Count, file.Products.Count, file.Anchors.Count));
    }

    [Theory]
    [InlineData("<html>404</html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1]")]
    public void Read_NoProducts_IsRefused(string json) =>
        Assert.Throws<TrustListRefusedException>(() => TestLists.ReadProducts(json));

    [Fact]
    public void MustFollow_MostProductsGone_IsRefused()
    {
        var last = TestLists.ReadProducts(TestLists.Products("one", "two", "three"));

        Assert.Throws<TrustListRefusedException>(() => TestLists.ReadProducts(TestLists.Products("one")).MustFollow(last));
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "", "no -----BEGIN CERTIFICATE-----" },
        { "<html>404</html>", "no -----BEGIN CERTIFICATE-----" },
        { Good[..^100], "truncated" },
        { Good.Replace("MII", "M~I", StringComparison.Ordinal), "damaged" },
        { Good.Replace("MII", "MIA", StringComparison.Ordinal), "cannot be decoded" },
        { Good + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "data other than certificates" },
        { Good + Authorities[0].Leaf(new()).Certificate.ExportCertificatePem(), "not a CA certificate" },
        { Good + Authorities[0].Leaf(new() { IsAuthority = true }).Certificate.ExportCertificatePem(), "may not sign certificates" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Read_AnythingElse_IsRefusedAltogether(string text, string because) => Assert.Contains(
        because, Assert.Throws<TrustListRefusedException>(() => TestLists.Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(4)]
    [InlineData(2)]
    public void MustFollow_HalfOfTheAuthoritiesAtLeast_IsTaken(int kept) =>
        TestLists.Read(TestLists.Pem([.. Authorities.Take(kept), TestPki.Root("CN=New")])).MustFollow(TestLists.Read(Good));

    [Fact]
    public void MustFollow_MostAuthoritiesGone_IsRefused()
    {
        // As many as before, so that their number does not show the change.
        var others = TestLists.Pem([Authorities[0], .. TestLists.Authorities(3)]);

        var refused = Assert.Throws<TrustListRefusedException>(() => TestLists.Read(others).MustFollow(TestLists.Read(Good)));

        Assert.Equal("It holds only 1 of the 4 entries in the last good list.", refused.Message);
    }
}
