using System.ComponentModel.DataAnnotations;

namespace VideoGate.Viewing;

/// <summary>How moderators look at videos and evidence.</summary>
public sealed class PlaybackOptions
{
    public const string Section = "Viewing";

    /// <summary>How long an address can play a video; a page that is still open asks for the next one in time.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan PlaybackLifetime { get; set; } = TimeSpan.FromMinutes(10);
}
