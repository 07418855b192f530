using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Host.Outcomes;
using Host.Texts;

namespace Host.Cli;

/// <summary>The two streams of the command line: results on standard output, messages and progress on standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, TerminalStyle style, Messages messages)
{
    private static readonly JsonSerializerOptions JsonStyle = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public TerminalStyle Style { get; } = style;

    public Messages Messages { get; } = messages;

    public TextWriter ErrorStream { get; } = error;

    /// <summary>A line of the result.</summary>
    public void Result(string line) => output.Write(line + "\n");

    /// <summary>A sentence of the result.</summary>
    public void Say(string key, params object[] arguments) => Result(Messages.Format(key, arguments));

    /// <summary>A message beside the result.</summary>
    public void Note(string key, params object[] arguments)
    {
        if (!Style.IsQuiet)
        {
            ErrorStream.Write(Messages.Format(key, arguments) + "\n");
        }
    }

    /// <summary>The result as one JSON document.</summary>
    public void Json<T>(T document) => Result(JsonSerializer.Serialize(document, JsonStyle));

    /// <summary>Says what went wrong and returns the exit code that goes with it.</summary>
    public ExitCode Fail(Failure failure)
    {
        var text = Messages.Format(failure.Code, [.. failure.Arguments]);
        if (Style.Format == OutputFormat.Json)
        {
            var document = new { schemaVersion = 1, error = new { code = failure.Code, exit = (int)failure.Exit, message = text } };
            ErrorStream.Write(JsonSerializer.Serialize(document, JsonStyle) + "\n");
        }
        else
        {
            ErrorStream.Write(Paint(Messages.Format("Error", failure.Code, text), "31") + "\n");
        }

        return failure.Exit;
    }

    private string Paint(string text, string colour) => Style.HasColour ? $"\u001b[{colour}m{text}\u001b[0m" : text;
}
