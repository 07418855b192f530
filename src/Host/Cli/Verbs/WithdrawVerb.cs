using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Texts;
using Ingest.Catalogue;

namespace Host.Cli.Verbs;

/// <summary><c>withdraw UPLOAD --reason TEXT</c>: an accepted upload, or a nil return, counts no more.</summary>
internal sealed class WithdrawVerb : IVerb
{
    private readonly Argument<string> _upload = new("UPLOAD");
    private Option<string> _reason = null!;

    public Command Describe(Messages messages)
    {
        _upload.Description = messages["ArgumentUpload"];
        _reason = new Option<string>("--reason") { Description = messages["OptionReason"], HelpName = "TEXT", Required = true };
        return new Command("withdraw", messages["VerbWithdraw"]) { _upload, _reason };
    }

    public async Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var isNothing = NilReturnId.TryParse(call.Parsed.GetRequiredValue(_upload), out var nothing);
        if (!UploadId.TryParse(call.Parsed.GetRequiredValue(_upload), out var upload) && !isNothing)
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "UploadIdWrong"));
        }

        if (string.IsNullOrWhiteSpace(call.Parsed.GetRequiredValue(_reason)))
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "ReasonMissing"));
        }

        if (!ReleaseDesk.Open(call.Settings, call.Clock).Succeeded(out var desk, out var failure))
        {
            return call.Fail(failure);
        }

        using (desk)
        {
            if (isNothing)
            {
                return WithdrawNothing(call, desk, nothing);
            }

            var withdrawn = await desk.Intake.WithdrawAsync(upload, call.Parsed.GetRequiredValue(_reason), "operator", cancellationToken);
            if (!withdrawn.TryGet(out var stored))
            {
                return call.Fail(StoreFailures.Of(withdrawn.Failure!.Value));
            }

            if (call.IsJson)
            {
                call.Terminal.Json(new { schemaVersion = 1, upload = stored.Receipt.Id.ToString(), state = stored.State });
            }
            else
            {
                call.Terminal.Say("Withdrawn", stored.Receipt.Id);
            }

            return ExitCode.Success;
        }
    }

    private ExitCode WithdrawNothing(VerbCall call, ReleaseDesk desk, NilReturnId id)
    {
        var withdrawn = desk.Store.WithdrawNothing(id, call.Parsed.GetRequiredValue(_reason), "operator");
        if (!withdrawn.TryGet(out var given))
        {
            return call.Fail(StoreFailures.Of(withdrawn.Failure!.Value));
        }

        NilReturnDocument.Tell(call, given);
        return ExitCode.Success;
    }
}
