using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Infra.Tests.Walk;

public sealed class EventsTests
{
    private static (string Function, BlobTriggerAttribute Trigger) Trigger => Assert.Single(AppCode.Triggers<BlobTriggerAttribute>());

    [Fact]
    public void Subscription_CallsTheBlobTrigger()
    {
        // Act
        var subscription = EventSubscription.Of();

        // Assert
        Assert.Equal(BlobTriggerSource.EventGrid, Trigger.Trigger.Source);
        Assert.Contains("/runtime/webhooks/blobs?", subscription.Endpoint, StringComparison.Ordinal);
        Assert.Equal($"Host.Functions.{Trigger.Function}", subscription.Function);
    }

    [Fact]
    public void Subscription_PassesOnBlobsThatAreThere_InTheContainerOfTheTrigger()
    {
        // Arrange
        var container = Trigger.Trigger.BlobPath.Split('/')[0];

        // Act
        var subscription = EventSubscription.Of();
        var filter = Assert.Single(subscription.Filter.GetProperty("advancedFilters").EnumerateArray());
        var types = subscription.Filter.GetProperty("includedEventTypes").EnumerateArray().Select(type => type.GetString());

        // Assert
        Assert.Equal($"/blobServices/default/containers/{container}/blobs/", subscription.SubjectPrefix);
        Assert.Equal(["Microsoft.Storage.BlobCreated"], types);
        Assert.Equal(("data.api", "StringIn"), (filter.GetProperty("key").GetString(), filter.GetProperty("operatorType").GetString()));
        Assert.Equal(
            ["PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose"],
            filter.GetProperty("values").EnumerateArray().Select(value => value.GetString()));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Topic_IsThatOfTheTriggersAccount(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);

        // Act
        var topic = Assert.Single(deployment.OfType("Microsoft.EventGrid/systemTopics"));

        // Assert
        Assert.Equal($"/{deployment.AccountOf($"{Trigger.Trigger.Connection}__blobServiceUri")}",
            Resource.PathOf(topic.Properties.GetProperty("source").GetString()!));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Probes_AskRoutesOfTheCode(string environment)
    {
        // Act
        var paths = from probe in Provisioned.Of(environment).Container.GetProperty("probes").EnumerateArray()
                    where probe.TryGetProperty("httpGet", out _)
                    select probe.GetProperty("httpGet").GetProperty("path").GetString();

        // Assert
        Assert.Subset(AppCode.Routes.ToHashSet(), paths.ToHashSet()!);
    }
}
