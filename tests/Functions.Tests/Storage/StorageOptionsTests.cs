using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void Validate_ConnectionMissing_NamesItAndTheRemedy()
    {
        var failure =
            Refused(new()
            {
                ["IntakeStorage"] = "UseDevelopmentStorage=true",
                ["AuditStorage:blobServiceUri"] = "https://a.blob.core.windows.net"
            });

        Assert.Contains("'PublishStorage' is not configured", failure, StringComparison.Ordinal);
        Assert.Contains("'PublishStorage:blobServiceUri'", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("AuditStorage", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_UnknownContainer_IsNamed()
    {
        var settings = AllTo("UseDevelopmentStorage=true");
        settings["Storage:Connections:archive"] = "IntakeStorage";

        Assert.Contains("'archive'", Refused(settings), StringComparison.Ordinal);
    }

    [Fact]
    public void Connect_ConnectionStringWithoutKey_SaysWhatToGive()
    {
        using var services = TestStorage.Services(AllTo("BlobEndpoint=https://a.blob.core.windows.net/;SharedAccessSignature=sv=1&sig=x"));

        var refusal = Assert.Throws<InvalidOperationException>(services.GetRequiredService<BlobStorage>);

        Assert.Contains("without an AccountKey", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connect_BlobServiceUri_UsesThatAccount()
    {
        var settings = AllTo("UseDevelopmentStorage=true");
        settings.Remove("PublishStorage");
        settings["PublishStorage:blobServiceUri"] = "https://shop.blob.core.windows.net";
        settings["PublishStorage:clientId"] = "00000000-0000-0000-0000-000000000001";
        using var services = TestStorage.Services(settings);

        var storage = services.GetRequiredService<BlobStorage>();

        Assert.Equal(
            "https://shop.blob.core.windows.net/published/a/b.mp4", storage.Blob(new(Containers.Published, "a/b.mp4")).Uri.AbsoluteUri);
        Assert.Equal("127.0.0.1", storage.Container(Containers.Uploads).Uri.Host);
    }

    [Fact]
    public void Connections_OneOverridden_OthersKeepTheirAccount()
    {
        // Arrange
        var settings = AllTo("UseDevelopmentStorage=true");
        settings["Storage:Connections:evidence"] = "AuditStorage";
        using var services = TestStorage.Services(settings);

        // Act
        var connections = services.GetRequiredService<IOptions<StorageOptions>>().Value.Connections;

        // Assert
        Assert.Equal("AuditStorage", connections[Containers.Evidence]);
        Assert.Equal("IntakeStorage", connections[Containers.Uploads]);
        Assert.Equal(Containers.All.Order(), connections.Keys.Order());
    }

    private static string Refused(Dictionary<string, string?> settings)
    {
        using var services = TestStorage.Services(settings);
        return Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<StorageOptions>>().Value).Message;
    }

    private static Dictionary<string, string?> AllTo(string connection) => new()
    {
        ["IntakeStorage"] = connection,
        ["PublishStorage"] = connection,
        ["AuditStorage"] = connection,
    };
}
