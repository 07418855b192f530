using System.Text.Json;
using Host.Doors;
using Host.Web.Uploads;
using Ingest.Intake;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Host.Web.Description;

/// <summary>Says what the whole interface is, how a partner shows its key, and what each field of an answer means.</summary>
internal sealed class DocumentDescriber(ApiWords words) : IOpenApiDocumentTransformer
{
    /// <summary>Name of the partners' key in the document.</summary>
    public const string PartnerKey = "partnerKey";

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = words.Title, Description = words.Description, Version = "1" };

        // Where this copy happens to run is no part of the interface.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [PartnerKey] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = words.Key },
        };
        await TellAnswerAsync(document, context, cancellationToken);
        foreach (var (name, schema) in document.Components.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            Describe(schema, name);
        }
    }

    // The answer to a delivery is kept as it was given, so its type does not say which of the two it is.
    private static async Task TellAnswerAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.AddComponent(nameof(ReceiptAnswer), await context.GetOrCreateSchemaAsync(typeof(ReceiptAnswer), parameterDescription: null, cancellationToken));
        document.Components!.Schemas!.Remove(nameof(JsonElement));
        document.Components.Schemas[nameof(ReceiptAnswer)].Properties!["report"] = new OpenApiSchemaReference(nameof(ValidationReport), document);
        document.Components.Schemas[nameof(UploadDocument)].Properties!["answer"] = new OpenApiSchema
        {
            AnyOf =
            [
                new OpenApiSchemaReference(nameof(ReceiptAnswer), document),
                new OpenApiSchemaReference(nameof(ValidationReport), document),
                new OpenApiSchema { Type = JsonSchemaType.Null },
            ],
        };
    }

    // A type that only one field uses has no name in the document; its words are under that of the field.
    private void Describe(IOpenApiSchema schema, string name)
    {
        schema.Description = words.Schemas[name][""];
        foreach (var (field, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            property.Description = words.Schemas[name][field];
            if (property.Items is OpenApiSchema { Properties.Count: > 0 } items)
            {
                Describe(items, $"{name}.{field}");
            }
        }
    }
}
