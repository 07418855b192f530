using Host.Composition;
using Host.Outcomes;
using Host.Progressing;
using Host.Security;

namespace Host.Cli.Verbs;

/// <summary><c>publish ID --as USER</c>: publishes what is approved, or finishes a publication that was interrupted.</summary>
internal sealed class PublishVerb() : SignedVerb("publish", "VerbPublish", Role.Publisher)
{
    protected override async Task<Outcome<Done>> ActAsync(VerbCall call, Installation installation, string id, string user, CancellationToken cancellationToken)
    {
        if (!ReleaseDesk.Open(installation).Succeeded(out var desk, out var failure))
        {
            return failure;
        }

        using (desk)
        {
            call.Terminal.Note("Publishing", id);
            var published = await StepProgress.RunAsync(call.Terminal, progress =>
            {
                progress.Report(new ProgressStep("ProgressVerifying"));
                return desk.Publisher.PublishAsync(id, user, cancellationToken, FilesProgress.Of(progress));
            });
            if (!published.Succeeded(out var folder, out failure))
            {
                return failure;
            }

            if (call.IsJson)
            {
                call.Terminal.Json(new { schemaVersion = 1, id, publishedBy = user, folder });
            }
            else
            {
                call.Terminal.Say("Published", id, folder);
            }

            return Done.Value;
        }
    }
}
