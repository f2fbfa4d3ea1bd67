namespace VideoGate.Access;

/// <summary>App roles, as they stand in the token's <c>roles</c> claim.</summary>
public static class Roles
{
    /// <summary>Uploads videos and sees the cases of their own.</summary>
    public const string Uploader = "Uploader";

    /// <summary>Sees every case and decides reviews.</summary>
    public const string Moderator = "Moderator";

    /// <summary>A moderator to whom others escalate.</summary>
    public const string SeniorModerator = "SeniorModerator";

    /// <summary>Sees everything and changes nothing.</summary>
    public const string Auditor = "Auditor";

    public static IReadOnlyList<string> All { get; } = [Uploader, Moderator, SeniorModerator, Auditor];

    /// <summary>Those who work for the platform, rather than upload to it.</summary>
    public static IReadOnlyList<string> Staff { get; } = [Moderator, SeniorModerator, Auditor];

    public static IReadOnlyList<string> Moderators { get; } = [Moderator, SeniorModerator];
}
