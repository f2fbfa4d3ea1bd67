using System.Text.Json.Serialization;

namespace AiLabels.Reports;

/// <summary>The origin of a file according to its labels, after article 6 of the labelling Measures.</summary>
/// <remarks>
/// Ordered by strength, so that the strongest of several signals is their maximum. Absent labels mean unknown, never "human-made".
/// </remarks>
[JsonConverter(typeof(CamelCase<AiOrigin>))]
public enum AiOrigin
{
    /// <summary>The whole file was read and nothing indicates AI.</summary>
    NotFound,

    /// <summary>Unreadable, hostile or beyond a limit: no conclusion is possible.</summary>
    Inconclusive,

    /// <summary>
    /// 疑似: Label 3, a malformed or misplaced label, a vendor trace without metadata, or a credential that does not match.
    /// </summary>
    Suspected,

    /// <summary>可能: Label 2, or a declaration by the uploader.</summary>
    Possible,

    /// <summary>A correctly placed implicit label that belongs to this file states AI, directly or through a C2PA ingredient.</summary>
    Confirmed,
}
