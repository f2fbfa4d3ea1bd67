using System.Text;
using VideoGate.Intake;

namespace VideoGate.Tests.Intake;

public sealed class PoisonMessageTests
{
    private const string Json =
        """{"Type":"BlobTrigger","FunctionId":"Host.Functions.UploadArrived","BlobType":"BlockBlob","ContainerName":"uploads","BlobName":"a b/../视频.mp4","ETag":"\"0x8D\""}""";

    [Fact]
    public void Parse_Base64_AsTheHostWritesIt()
    {
        AssertMessage(PoisonMessage.Parse(Convert.ToBase64String(Encoding.UTF8.GetBytes(Json))));
    }

    [Fact]
    public void Parse_PlainJson_IsUnderstoodToo()
    {
        AssertMessage(PoisonMessage.Parse(Json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"ContainerName":"uploads"}""")]
    [InlineData("""{"ContainerName":"uploads","BlobName":null}""")]
    public void Parse_AnythingElse_IsNull(string text)
    {
        Assert.Null(PoisonMessage.Parse(text));
        Assert.Null(PoisonMessage.Parse(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))));
    }

    private static void AssertMessage(PoisonMessage? message)
    {
        Assert.NotNull(message);
        Assert.Equal(("uploads", "a b/../视频.mp4", "\"0x8D\""), (message.ContainerName, message.BlobName, message.ETag));
    }
}
