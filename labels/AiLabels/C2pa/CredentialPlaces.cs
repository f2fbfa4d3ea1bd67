using AiLabels.C2pa.Jumbf;

namespace AiLabels.C2pa;

/// <summary>Turns offsets in the manifest store into places in the file.</summary>
internal sealed class CredentialPlaces(Source store)
{
    private const string Clause = "C2PA 2.2 section 11.1.4";

    public Source Of(JumbfBox box, string clause = Clause) =>
        new($"{store.Path}/{box.Label}", store.Offset + box.Offset, box.Length, clause);
}
