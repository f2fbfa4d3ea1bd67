using AiLabels.Pixels.Programs;

namespace VideoGate.Health;

/// <summary>Reports how far decoders of untrusted videos are contained.</summary>
internal static class ContainmentCheck
{
    private const string Name = "decoders";

    // The platform of the deployment allows everything else: see docs/decisions/0006-contained-ffmpeg.md.
    private const string Expected = "namespaces";

    public static async Task<HealthCheck> CheckAsync() => Judge((await Containment.GetAsync()).Gaps, Containment.IsRequired);

    internal static HealthCheck Judge(IReadOnlyList<ContainmentGap> gaps, bool isRequired)
    {
        if (gaps is [])
        {
            return HealthCheck.Ok(Name, "full: own namespaces and user, filtered system calls, videos passed as file descriptors, no network.");
        }

        var detail = $"reduced: {string.Join(' ', gaps.Select(gap => gap.Detail))}";
        var remedy = string.Join(' ', gaps.Select(gap => gap.Remedy).Distinct());
        if (isRequired)
        {
            return HealthCheck.Unavailable(
                Name, $"{detail} No video is decoded.", $"{remedy} Or set Decoding__RequireContainment=false.");
        }

        return gaps.All(gap => gap.Name is Expected)
            ? new(Name, HealthState.Ok, detail, remedy)
            : HealthCheck.Degraded(Name, detail, remedy);
    }
}
