using System.Globalization;
using AiLabels.Cli.Terminal;
using AiLabels.Reports;
using Spectre.Console;

namespace AiLabels.Cli.Tree;

/// <summary>Formats a tree as text: offset and length in bytes, then the structure, indented by its depth.</summary>
internal sealed class TreeView(IAnsiConsole console, long fileLength)
{
    private readonly int _width = Math.Max("offset".Length, Number(fileLength).Length);

    public void Write(ContainerTree tree)
    {
        console.WriteLine($"{Columns("offset", "length")}{CamelCase.Name(tree.Format)}", Styles.Muted);
        foreach (var node in tree.Nodes)
        {
            var line = new Paragraph(Columns(Number(node.Offset), Number(node.Length)), Styles.Muted)
                .Append(new string(' ', 2 * node.Depth))
                .Append(Visible.Text(node.Type), Styles.Heading)
                .Append(node.Note is { Length: > 0 } note ? $"  {Visible.Text(note)}" : "")
                .Append("\n");
            console.Write(line);
        }

        foreach (var problem in tree.Problems)
        {
            console.WriteLine(Visible.Text($"{problem.Code}: {problem.Message}"), Styles.Doubtful);
        }
    }

    private string Columns(string offset, string length) => $"{offset.PadLeft(_width)}  {length.PadLeft(_width)}  ";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
