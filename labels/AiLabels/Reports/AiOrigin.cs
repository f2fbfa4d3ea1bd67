using System.Text.Json.Serialization;

namespace AiLabels.Reports;

/// <summary>What a file's labels say about its origin, after article 6 of the labelling Measures.</summary>
/// <remarks>
/// Ordered by strength, so that the strongest of several signals is their maximum. Absent labels mean unknown, never "human-made".
/// </remarks>
[JsonConverter(typeof(CamelCase<AiOrigin>))]
public enum AiOrigin
{
    /// <summary>Everything was read and nothing says AI.</summary>
    NotFound,

    /// <summary>Unreadable, hostile or beyond a limit: nothing may be concluded.</summary>
    Inconclusive,

    /// <summary>
    /// 疑似: Label 3, a malformed or misplaced label, a vendor trace without metadata, or a credential that does not match.
    /// </summary>
    Suspected,

    /// <summary>可能: Label 2, or the uploader declares it.</summary>
    Possible,

    /// <summary>A well-placed implicit label that belongs to this file says AI, directly or through a C2PA ingredient.</summary>
    Confirmed,
}
