using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Host.Web.Api;
using Host.Web.Problems;
using Host.Web.Uploads;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Publication.Tables;

namespace Host.Web.Description;

/// <summary>Says what a route is for, what is sent to it and back, and shows an example of every way in which it can fail.</summary>
internal sealed class OperationDescriber(ApiWords words) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var said = words.Operations[operation.OperationId!];
        operation.Summary = said.Summary;
        operation.Description = said.Description;
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<FileBodyMetadata>().FirstOrDefault() is { } body)
        {
            DescribeFile(operation, body);
        }

        foreach (var parameter in operation.Parameters ?? [])
        {
            parameter.Description = said.Parameters[parameter.Name!];
        }

        foreach (var (status, answer) in operation.Responses ?? [])
        {
            answer.Description = status[0] == '2' ? said.Answer : words.Statuses[status];
            DescribeHeaders((OpenApiResponse)answer, status, operation.OperationId!);
        }

        if (metadata.OfType<TableMetadata>().Any())
        {
            DescribeTable((OpenApiResponse)operation.Responses!["200"]);
        }

        foreach (var kind in metadata.OfType<ProblemMetadata>().SelectMany(p => p.Kinds))
        {
            AddExample(operation, kind);
        }

        if (metadata.OfType<PartnerKeyMetadata>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentDescriber.PartnerKey, context.Document)] = [] }];
        }

        return Task.CompletedTask;
    }

    private void DescribeHeaders(OpenApiResponse answer, string status, string operation)
    {
        string[] names = (status, operation) switch
        {
            ("200", "ListReleases" or "GetRelease") => ["ETag", "Cache-Control"],
            ("200", "GetTable") => ["ETag", "Cache-Control", "Content-Location"],
            ("202", _) => ["Location"],
            ("401", _) => ["WWW-Authenticate"],
            ("429", _) => ["Retry-After"],
            _ => [],
        };
        foreach (var name in names)
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            answer.Headers[name] = new OpenApiHeader { Description = words.Headers[name], Schema = Text() };
        }
    }

    private void DescribeTable(OpenApiResponse answer) => answer.Content = TableFormat.All.ToDictionary(
        f => f.ContentType,
        f => new OpenApiMediaType { Schema = f == TableFormat.Json ? new OpenApiSchema { Type = JsonSchemaType.Object, Description = words.JsonStat } : f == TableFormat.Csv ? Text() : Bytes() },
        StringComparer.Ordinal);

    private static void DescribeFile(OpenApiOperation operation, FileBodyMetadata body)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/octet-stream"] = new OpenApiMediaType { Schema = Bytes() },
                ["multipart/form-data"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["file"] = Bytes() },
                        Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
                    },
                },
            },
        };
        if (body.TakesRetryKey)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter { Name = "Idempotency-Key", In = ParameterLocation.Header, Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = UploadRoutes.LongestRetryKey } });
        }
    }

    private static void AddExample(OpenApiOperation operation, ProblemKind kind)
    {
        var content = operation.Responses![kind.Status.ToString(CultureInfo.InvariantCulture)].Content![Problem.ContentType];
        content.Examples ??= new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        content.Examples[kind.Code] = new OpenApiExample
        {
            Value = JsonSerializer.SerializeToNode(Problem.Document(kind, Language.En, kind.Example), JsonSerializerOptions.Web) as JsonObject,
        };
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Bytes() => new() { Type = JsonSchemaType.String, Format = "binary" };
}
