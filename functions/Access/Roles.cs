namespace VideoGate.Access;

/// <summary>App roles, as listed in the token's <c>roles</c> claim.</summary>
public static class Roles
{
    /// <summary>Uploads videos and reads the resulting cases.</summary>
    public const string Uploader = "Uploader";

    /// <summary>Reads every case and decides reviews.</summary>
    public const string Moderator = "Moderator";

    /// <summary>A moderator who receives escalations.</summary>
    public const string SeniorModerator = "SeniorModerator";

    /// <summary>Reads everything and changes nothing.</summary>
    public const string Auditor = "Auditor";

    public static IReadOnlyList<string> All { get; } = [Uploader, Moderator, SeniorModerator, Auditor];

    /// <summary>Roles of the platform's employees, as opposed to uploaders.</summary>
    public static IReadOnlyList<string> Staff { get; } = [Moderator, SeniorModerator, Auditor];

    public static IReadOnlyList<string> Moderators { get; } = [Moderator, SeniorModerator];
}
