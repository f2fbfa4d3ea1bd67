using AiLabels.C2pa.Jumbf;
using AiLabels.Reports;

namespace AiLabels.C2pa;

/// <summary>Names the places of boxes in a manifest store.</summary>
/// <param name="path">Container path of the store.</param>
internal sealed class CredentialPlaces(string path)
{
    private const string Clause = "C2PA 2.2 section 11.1.4";

    public Source Of(JumbfBox box, string clause = Clause) =>
        new($"{path}/{box.Label}", box.Offset, box.Length, clause);
}
