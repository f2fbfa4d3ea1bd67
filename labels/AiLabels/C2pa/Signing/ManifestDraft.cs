namespace AiLabels.C2pa.Signing;

/// <summary>
/// The manifest store of a copy: the parent's manifests, then a standard manifest with a claim of version 2 (C2PA 2.2, sections 10 and 11).
/// Its length depends on neither the hash of the content nor the signature, so both can be filled in last (section 10.4).
/// </summary>
/// <param name="when">Time of the edits.</param>
/// <param name="ingredient">Content of the ingredient assertion.</param>
internal sealed class ManifestDraft(CopyToSign copy, ParentCredentials? parent, CborMap ingredient, DateTimeOffset when)
{
    private const string Actions = "c2pa.actions.v2";
    private const string Signature = "c2pa.signature";

    private readonly Guid _id = Guid.NewGuid();

    public string Label => $"urn:c2pa:{_id}";

    /// <summary>Assertion boxes, with the claim that references them.</summary>
    public (byte[] Assertions, byte[] Claim) Claim(byte[] contentHash)
    {
        var parts = new (string Label, byte[] Box)[]
        {
            (IngredientAssertion.Label, IngredientBox()),
            (Actions, JumbfBuilder.Cbor("cbor", Actions, CborEncoding.Encode(ActionsMap()))),
            (ContentHash.Label, JumbfBuilder.Cbor("cbor", ContentHash.Label, CborEncoding.Encode(ContentHash.Assertion(contentHash)))),
        };
        var claim = CborEncoding.Encode(new CborMap
        {
            ["instanceID"] = $"xmp:iid:{_id}",
            ["claim_generator_info"] = Generator(),
            ["signature"] = $"self#jumbf=/c2pa/{Label}/{Signature}",
            ["created_assertions"] = parts.Select(static part => JumbfBuilder.Reference(UrlOf(part.Label), part.Box)),
            ["alg"] = "sha256",
        });
        return (JumbfBuilder.Superbox("c2as", "c2pa.assertions", [.. parts.Select(static part => (ReadOnlyMemory<byte>)part.Box)]), claim);
    }

    public byte[] Store((byte[] Assertions, byte[] Claim) parts, byte[] seal) => JumbfBuilder.Superbox(
        "c2pa",
        "c2pa",
        [
            .. parent?.Boxes ?? [],
            JumbfBuilder.Superbox(
                "c2ma",
                Label,
                parts.Assertions,
                JumbfBuilder.Cbor("c2cl", "c2pa.claim.v2", parts.Claim),
                JumbfBuilder.Cbor("c2cs", Signature, seal)),
        ]);

    private byte[] IngredientBox() =>
        JumbfBuilder.Cbor("cbor", IngredientAssertion.Label, CborEncoding.Encode(ingredient));

    /// <summary>Opened first (section 18.14.2), then what was done; nothing else was (18.14.3).</summary>
    private CborMap ActionsMap() => new()
    {
        ["actions"] = copy.Edits.Select(edit => new CborMap
        {
            ["action"] = edit.Action,
            ["description"] = edit.Description,
            ["softwareAgent"] = Generator(),
            ["when"] = when,
        }).Prepend(new CborMap
        {
            ["action"] = "c2pa.opened",
            ["parameters"] = new CborMap
            {
                ["ingredients"] = new[] { JumbfBuilder.Reference(UrlOf(IngredientAssertion.Label), IngredientBox()) },
            },
        }),
        ["allActionsIncluded"] = true,
    };

    private CborMap Generator() => new() { ["name"] = copy.Generator, ["version"] = copy.GeneratorVersion };

    private static string UrlOf(string assertion) => $"self#jumbf=c2pa.assertions/{assertion}";
}
