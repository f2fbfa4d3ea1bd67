using System.CommandLine;
using System.CommandLine.Parsing;
using AiLabels.Cli.Terminal;
using AiLabels.Gb45438;

namespace AiLabels.Cli.Label;

/// <summary>Options for the content of the label.</summary>
internal sealed class LabelOptions
{
    private readonly Option<string> _label = new("--label")
    {
        Description = "1: is AI-generated, 2: may be, 3: is suspected to be.",
        HelpName = "1|2|3",
        Required = true,
    };

    private readonly Option<string> _producer =
        Text("--producer", "CODE", "Who made the content: the 27 characters of TC260-PG-20257A, or a name.", required: true);
    private readonly Option<string> _contentId = Text("--content-id", "ID", "The producer's number for the content.", required: true);
    private readonly Option<string> _propagator = Text("--propagator", "CODE", "Who distributes the content; default: the producer.");
    private readonly Option<string> _propagateId =
        Text("--propagate-id", "ID", "The propagator's number for the content; default: the producer's.");
    private readonly Option<string> _reserved1 = Text("--reserved-code1", "TEXT", "Security data of the producer.");
    private readonly Option<string> _reserved2 = Text("--reserved-code2", "TEXT", "Security data of the propagator.");

    public LabelOptions() => _label.CompletionSources.Add("1", "2", "3");

    public IEnumerable<Option> All => [_label, _producer, _contentId, _propagator, _propagateId, _reserved1, _reserved2];

    public LabelToWrite Of(ParseResult result) => Of(result.GetValue);

    /// <summary>Reports values that do not conform to annex E as usage errors.</summary>
    public void Check(CommandResult result)
    {
        if (((Option[])[_label, _producer, _contentId]).Any(option => result.GetResult(option) is not { Tokens.Count: 1 }))
        {
            return;
        }

        foreach (var problem in Of(result.GetValue).Check())
        {
            result.AddError(Visible.Text(problem.Message));
        }
    }

    private LabelToWrite Of(Func<Option<string>, string?> value) => new()
    {
        Label = value(_label) ?? "",
        ContentProducer = value(_producer) ?? "",
        ProduceId = value(_contentId) ?? "",
        ReservedCode1 = value(_reserved1) ?? "",
        ContentPropagator = value(_propagator),
        PropagateId = value(_propagateId),
        ReservedCode2 = value(_reserved2) ?? "",
    };

    private static Option<string> Text(string name, string helpName, string description, bool required = false) =>
        new(name) { Description = description, HelpName = helpName, Required = required };
}
