using System.CommandLine;
using System.Globalization;
using System.Text;
using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Host.Security;
using Host.Texts;
using Ingest.Catalogue;
using Ingest.Storage;

namespace Host.Cli.Verbs;

/// <summary>
/// <c>withdraw-consent --partner ID --case-file FILE --as USER</c>: takes a person's record out of every file. The case number comes from a file or from standard input
/// (<c>-</c>), never from an argument, which every other user of the machine could read.
/// </summary>
internal sealed class WithdrawConsentVerb : IVerb
{
    private const string DayFormat = "yyyy-MM-dd";

    private Option<string> _partner = null!;
    private Option<string> _case = null!;
    private Option<string?> _day = null!;
    private Option<ConsentReason> _reason = null!;
    private Option<string?> _as = null!;
    private Option<string?> _credential = null!;

    public Command Describe(Messages messages)
    {
        _partner = new Option<string>("--partner") { Description = messages["OptionPartner"], HelpName = "ID", Required = true };
        _case = new Option<string>("--case-file") { Description = messages["OptionCaseFile"], HelpName = "FILE", Required = true };
        _day = new Option<string?>("--on") { Description = messages["OptionConsentDay"], HelpName = "DATE" };
        _reason = new Option<ConsentReason>("--reason")
        {
            Description = messages["OptionConsentReason"],
            HelpName = string.Join('|', Enum.GetNames<ConsentReason>()).ToLowerInvariant(),
            DefaultValueFactory = _ => ConsentReason.Person,
        };
        _as = SignIn.NewOption(messages);
        _credential = CredentialSource.NewOption(messages);
        return new Command("withdraw-consent", messages["VerbWithdrawConsent"]) { _partner, _case, _day, _reason, _as, _credential };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call, cancellationToken));

    private ExitCode Run(VerbCall call, CancellationToken cancellationToken)
    {
        if (!Installation.Open(call.Settings, call.Clock).Succeeded(out var installation, out var failure)
            || !SignIn.Check(call, installation, call.Parsed.GetValue(_as)!, _credential, Role.Officer).Succeeded(out var user, out failure)
            || !DayOf(call, installation).Succeeded(out var day, out failure))
        {
            return call.Fail(failure);
        }

        if (!Enum.IsDefined(call.Parsed.GetValue(_reason)))
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "ReasonMissing"));
        }

        if (!PartnerName.TryRead(call.Parsed.GetRequiredValue(_partner), out var partner))
        {
            return call.Fail(StoreFailures.Of(StoreFailureCode.UnknownPartner));
        }

        if (!NumberIn(call.Parsed.GetRequiredValue(_case)).Succeeded(out var number, out failure) || !ReleaseDesk.Open(installation).Succeeded(out var desk, out failure))
        {
            return call.Fail(failure);
        }

        using (desk)
        {
            return desk.Consents.Enter(partner, number, day, call.Parsed.GetValue(_reason), user, cancellationToken).Succeeded(out var withdrawal, out failure)
                ? Tell(call, withdrawal)
                : call.Fail(failure);
        }
    }

    private Outcome<DateOnly> DayOf(VerbCall call, Installation installation) => call.Parsed.GetValue(_day) is not { } text
        ? installation.Calendar.DayOf(installation.Clock.GetUtcNow())
        : DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : new Failure(ExitCode.WrongUsage, "ConsentDayWrong");

    private static Outcome<string> NumberIn(string file)
    {
        if (!PartnerSource.Open(file, Console.OpenStandardInput).Succeeded(out var source, out var failure))
        {
            return failure;
        }

        using var reader = new StreamReader(source, Encoding.UTF8);
        var text = new char[ConsentStore.LongestCaseNumber * 2];
        var length = reader.ReadBlock(text);
        return length < text.Length ? new string(text, 0, length).TrimEnd('\r', '\n') : StoreFailures.Of(StoreFailureCode.CaseNumberWrong);
    }

    private static ExitCode Tell(VerbCall call, ConsentWithdrawal withdrawal)
    {
        if (call.IsJson)
        {
            call.Terminal.Json(new
            {
                schemaVersion = 1,
                withdrawal = withdrawal.Id.ToString(),
                partner = withdrawal.Partner.Value,
                records = withdrawal.Records,
                files = withdrawal.Files,
                carriedOutAt = withdrawal.CarriedOutAt is { } at ? Workflow.Instant.Write(at) : null,
            });
        }
        else
        {
            call.Terminal.Say(withdrawal.Records > 0 ? "ConsentCarriedOut" : "ConsentNowhere", withdrawal.Id, withdrawal.Records, withdrawal.Files);
        }

        return ExitCode.Success;
    }
}
