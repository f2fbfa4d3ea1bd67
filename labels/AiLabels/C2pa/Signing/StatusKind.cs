namespace AiLabels.C2pa.Signing;

internal enum StatusKind
{
    Success,
    Informational,
    Failure,
}
