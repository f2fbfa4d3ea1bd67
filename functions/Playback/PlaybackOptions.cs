using System.ComponentModel.DataAnnotations;

namespace VideoGate.Playback;

/// <summary>Settings of video playback.</summary>
public sealed class PlaybackOptions
{
    public const string Section = "Playback";

    /// <summary>Lifetime of a playback URL; an open page renews it in time.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(10);
}
