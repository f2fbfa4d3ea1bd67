namespace VideoGate.Cases.Uploads;

/// <summary>
/// What links an uploader to their pseudonym, stored as <c>uploaders/{reference}.json</c> in container <c>cases</c> until it is erased.
/// </summary>
/// <param name="Pseudonym">Random: without this record no one can tell whose it is.</param>
/// <param name="ErasureId">The order to erase the uploader's data; null if there is none.</param>
/// <param name="FalseDeclarations">Cases whose file says AI although the uploader declared that none was used, the last ones.</param>
public sealed record UploaderRecord(string Pseudonym, string? ErasureId = null, IReadOnlyList<string>? FalseDeclarations = null);
