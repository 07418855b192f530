using System.Text;
using Host.Composition;
using Host.Web.Description;
using Host.Web.Limits;
using Host.Web.Problems;
using Host.Workflow;
using Ingest.Intake;

namespace Host.Web.Uploads;

/// <summary>
/// The intake over HTTP, for the programs of partners: the door of the watched folder in another wall. A partner sees its own deliveries and no other's.
/// </summary>
internal static class UploadRoutes
{
    private const int MostListed = 100;
    public const int LongestRetryKey = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("uploads").WithMetadata(new PartnerKeyMetadata()).AddEndpointFilter<PartnerGate>().RequireRateLimiting(RequestLimits.Uploads);
        group.MapPost("/uploads", SendAsync).AddEndpointFilter<IntakeQueue>().WithName("SendUpload").WithMetadata(new FileBodyMetadata(TakesRetryKey: true))
            .Produces<UploadDocument>(StatusCodes.Status202Accepted)
            .Fails([.. ForFiles, ProblemKinds.RetryKeyLong, ProblemKinds.RetryKeyReused, ProblemKinds.DeliveryRunning]);
        group.MapGet("/uploads", List).WithName("ListUploads").Produces<UploadList>().Fails(ForAll);
        group.MapGet("/uploads/{id}", One).WithName("GetUpload").Produces<UploadDocument>().Fails([.. ForAll, ProblemKinds.DeliveryUnknown]);
        group.MapPost("/validations", ValidateAsync).AddEndpointFilter<IntakeQueue>().WithName("ValidateFile").WithMetadata(new FileBodyMetadata(TakesRetryKey: false))
            .Produces<ValidationReport>().Fails(ForFiles);
    }

    private static IReadOnlyList<ProblemKind> ForAll { get; } = [ProblemKinds.PartnerKeyRefused, ProblemKinds.TooManyUploads, ProblemKinds.ServerFault];

    private static IReadOnlyList<ProblemKind> ForFiles { get; } = [.. ForAll, ProblemKinds.FileNotSent, ProblemKinds.RequestLarge, .. ProblemKinds.Store];

    private static IResult List(HttpContext context, DeliveryTable deliveries) => Results.Json(new UploadList(
        SchemaVersion: 1,
        [.. deliveries.Of(PartnerGate.PartnerOf(context), MostListed).Select(d => new UploadEntry(d.DeliveryId, d.State, d.ReceivedAt))]));

    private static IResult One(HttpContext context, string id, DeliveryTable deliveries) =>
        deliveries.Find(PartnerGate.PartnerOf(context), id) is { } delivery ? Results.Json(UploadDocument.Of(delivery)) : Problem.Of(context, ProblemKinds.DeliveryUnknown);

    private static async Task<IResult> SendAsync(HttpContext context, DeliveryDesk desk, CancellationToken cancellationToken)
    {
        var retryKey = context.Request.Headers["Idempotency-Key"].ToString();
        if (retryKey.Length > LongestRetryKey)
        {
            return Problem.Of(context, ProblemKinds.RetryKeyLong, $"{LongestRetryKey}");
        }

        if (await SentFile.OpenAsync(context, cancellationToken) is not { } file)
        {
            return Problem.Of(context, ProblemKinds.FileNotSent);
        }

        var taken = await desk.TakeAsync(PartnerGate.PartnerOf(context), retryKey.Length == 0 ? null : retryKey, file, new IntakeOptions(), progress: null, cancellationToken);
        if (!taken.Succeeded(out var delivery, out var failure))
        {
            return Problem.Of(context, failure);
        }

        context.Response.Headers.Location = $"/v1/uploads/{delivery.DeliveryId}";
        return Results.Json(UploadDocument.Of(delivery), statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ValidateAsync(HttpContext context, ReleaseDesk desk, CancellationToken cancellationToken)
    {
        if (await SentFile.OpenAsync(context, cancellationToken) is not { } file)
        {
            return Problem.Of(context, ProblemKinds.FileNotSent);
        }

        var validated = await desk.Intake.ValidateAsync(file, new PartnerId(PartnerGate.PartnerOf(context)), cancellationToken);
        return validated.TryGet(out var report)
            ? Results.Text(ReportJson.Write(report), "application/json", Encoding.UTF8)
            : Problem.Of(context, StoreFailures.Of(validated.Failure!.Value));
    }
}
