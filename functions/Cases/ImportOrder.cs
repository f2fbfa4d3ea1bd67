namespace VideoGate.Cases;

/// <summary>How an import treats one video that was published before the gate knew it.</summary>
/// <param name="ImportId">The import that took the video.</param>
/// <param name="OrderedBy">Subject of the token of the person who started the import, or had it applied.</param>
/// <param name="Apply">Whether the decision is carried out; false judges the video and changes nothing.</param>
/// <param name="Quarantine">Whether a video that the policies quarantine leaves the published ones; false reviews it in place.</param>
/// <param name="Declaration">Declaration of videos whose metadata have none.</param>
/// <param name="Jurisdictions">Audience of videos whose metadata name none; null for the configured audience.</param>
public sealed record ImportOrder(
    string ImportId, string OrderedBy, bool Apply = false, bool Quarantine = false, Declaration Declaration = Declaration.NotAsked,
    IReadOnlyList<string>? Jurisdictions = null)
{
    /// <summary>Completes what the metadata of the video declare.</summary>
    public Submission Complete(Submission said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said with
        {
            Declaration = said.Declaration is Declaration.NotAsked ? Declaration : said.Declaration,
            Jurisdictions = said.Jurisdictions ?? Jurisdictions,
        };
    }
}
