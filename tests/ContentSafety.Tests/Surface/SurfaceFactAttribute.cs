namespace VideoGate.Local.ContentSafety.Tests.Surface;

/// <summary>A fact about the real packages' surface: skipped where their listings are absent.</summary>
internal sealed class SurfaceFactAttribute : FactAttribute
{
    public SurfaceFactAttribute()
    {
        if (Listings.Folder is null)
        {
            Skip = "The listings of the real packages (../shared/api beside the repository) are not on this machine.";
        }
    }
}
