using System.Globalization;

namespace VideoGate.Health;

/// <summary>Checks the free space for temporary files: labelled copies are encoded into one.</summary>
internal static class DiskCheck
{
    private const string Name = "disk/temporary";
    private const long Low = 2L << 30;
    private const long Full = 64L << 20;

    private const string Remedy =
        "Free space in the folder for temporary files or use a larger one: more vCPUs in Container Apps, or TMPDIR.";

    public static HealthCheck Check()
    {
        try
        {
            return Judge(new DriveInfo(Path.GetTempPath()).AvailableFreeSpace);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return HealthCheck.Unavailable(Name, "The folder for temporary files cannot be used.", Remedy);
        }
    }

    internal static HealthCheck Judge(long free)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"{free / (double)(1L << 30):0.0} GiB are free for temporary files.");
        return free switch
        {
            < Full => HealthCheck.Unavailable(Name, detail, Remedy),
            < Low => HealthCheck.Degraded(Name, $"{detail} Labelled copies of long videos may not fit.", Remedy),
            _ => HealthCheck.Ok(Name, detail),
        };
    }
}
