using System.CommandLine;
using Host.Texts;

namespace Host.Cli;

/// <summary>Options that every verb takes.</summary>
internal sealed class GlobalOptions
{
    public GlobalOptions(Messages messages)
    {
        Format = new Option<string>("--format") { Description = messages["OptionFormat"], Recursive = true, HelpName = "text|json", DefaultValueFactory = _ => "text" };
        Format.AcceptOnlyFromAmong("text", "json");
        Language = new Option<string?>("--lang") { Description = messages["OptionLanguage"], Recursive = true, HelpName = "tr|en" };
        Language.AcceptOnlyFromAmong("tr", "en");
        Quiet = new Option<bool>("--quiet") { Description = messages["OptionQuiet"], Recursive = true };
        Verbose = new Option<bool>("--verbose") { Description = messages["OptionVerbose"], Recursive = true };
        NoColour = new Option<bool>("--no-color") { Description = messages["OptionNoColor"], Recursive = true };
        Settings = new Option<string?>("--config") { Description = messages["OptionConfig"], Recursive = true, HelpName = "FILE" };
    }

    public Option<string> Format { get; }

    public Option<string?> Language { get; }

    public Option<bool> Quiet { get; }

    public Option<bool> Verbose { get; }

    public Option<bool> NoColour { get; }

    public Option<string?> Settings { get; }

    public void AddTo(Command root)
    {
        root.Add(Format);
        root.Add(Language);
        root.Add(Quiet);
        root.Add(Verbose);
        root.Add(NoColour);
        root.Add(Settings);
    }
}
