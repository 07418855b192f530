using System.Text;
using System.Text.Json;
using Host.Composition;
using Host.Workflow;
using Ingest.Intake;

namespace Host.Web.Uploads;

/// <summary>
/// The intake over HTTP, for the programs of partners: the door of the watched folder in another wall. A partner sees its own deliveries and no other's.
/// </summary>
internal static class UploadRoutes
{
    public const string Limit = "uploads";

    private const int MostListed = 100;
    private const int LongestRetryKey = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").AddEndpointFilter<PartnerGate>().RequireRateLimiting(Limit).CacheOutput(p => p.NoCache());
        group.MapPost("/uploads", SendAsync).AddEndpointFilter<IntakeQueue>();
        group.MapGet("/uploads", (HttpContext context, DeliveryTable deliveries) => Results.Json(new
        {
            schemaVersion = 1,
            uploads = deliveries.Of(PartnerGate.PartnerOf(context), MostListed).Select(d => new { id = d.DeliveryId, state = d.State, receivedAt = d.ReceivedAt }),
        }));
        group.MapGet("/uploads/{id}", (HttpContext context, string id, DeliveryTable deliveries) =>
            deliveries.Find(PartnerGate.PartnerOf(context), id) is { } delivery ? Results.Json(Document(delivery)) : Problem.Of(context, StatusCodes.Status404NotFound, "DeliveryUnknown"));
        group.MapPost("/validations", ValidateAsync).AddEndpointFilter<IntakeQueue>();
    }

    private static async Task<IResult> SendAsync(HttpContext context, DeliveryDesk desk, CancellationToken cancellationToken)
    {
        var retryKey = context.Request.Headers["Idempotency-Key"].ToString();
        if (retryKey.Length > LongestRetryKey)
        {
            return Problem.Of(context, StatusCodes.Status400BadRequest, "RetryKeyLong", LongestRetryKey);
        }

        if (await SentFile.OpenAsync(context, cancellationToken) is not { } file)
        {
            return Problem.Of(context, StatusCodes.Status400BadRequest, "FileNotSent");
        }

        var taken = await desk.TakeAsync(PartnerGate.PartnerOf(context), retryKey.Length == 0 ? null : retryKey, file, cancellationToken);
        if (!taken.Succeeded(out var delivery, out var failure))
        {
            return Problem.Of(context, failure);
        }

        context.Response.Headers.Location = $"/v1/uploads/{delivery.DeliveryId}";
        return Results.Json(Document(delivery), statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ValidateAsync(HttpContext context, ReleaseDesk desk, CancellationToken cancellationToken)
    {
        if (await SentFile.OpenAsync(context, cancellationToken) is not { } file)
        {
            return Problem.Of(context, StatusCodes.Status400BadRequest, "FileNotSent");
        }

        var validated = await desk.Intake.ValidateAsync(file, new PartnerId(PartnerGate.PartnerOf(context)), cancellationToken);
        return validated.TryGet(out var report)
            ? Results.Text(ReportJson.Write(report), "application/json", Encoding.UTF8)
            : Problem.Of(context, StoreFailures.Of(validated.Failure!.Value));
    }

    private static object Document(DeliveryRow delivery) => new
    {
        schemaVersion = 1,
        id = delivery.DeliveryId,
        state = delivery.State,
        receivedAt = delivery.ReceivedAt,
        finishedAt = delivery.FinishedAt,
        answer = delivery.Answer is { } answer ? JsonSerializer.Deserialize<JsonElement>(answer) : (JsonElement?)null,
    };
}
