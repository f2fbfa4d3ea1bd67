using System.Text.Json;
using VideoGate.Http;
using VideoGate.Playback;

namespace VideoGate.Tests.Http;

public sealed class PlainJsonTests
{
    [Fact]
    public void Of_AnAddress_WritesItAsItIs()
    {
        var playback = new global::VideoGate.Playback.Playback(new Uri("https://host/video.mp4?sv=1&sig=a%2Bb"), "video/mp4", DateTimeOffset.UnixEpoch);

        var text = JsonSerializer.Serialize(playback, PlainJson.Of(PlaybackJson.Default.Playback));

        Assert.Contains("https://host/video.mp4?sv=1&sig=a%2Bb", text, StringComparison.Ordinal);
    }
}
