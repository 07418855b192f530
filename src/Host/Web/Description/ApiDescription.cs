using Host.Web.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Host.Web.Description;

/// <summary>The description of the interface for programs (OpenAPI), made from the routes themselves. A copy is committed as <c>docs/openapi.json</c>.</summary>
internal sealed class ApiDescription
{
    private const string Version = "v1";

    private readonly Lazy<Task<Representation>> _written;

    public ApiDescription([FromKeyedServices(Version)] IOpenApiDocumentProvider provider) => _written = new(async () =>
    {
        var document = await provider.GetOpenApiDocumentAsync(CancellationToken.None);
        using var stream = new MemoryStream();
        await document.SerializeAsJsonAsync(stream, OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        stream.WriteByte((byte)'\n');
        return Representation.Of(stream.ToArray(), "application/json");
    });

    public static void Add(IServiceCollection services)
    {
        services.AddOpenApi(Version, options =>
        {
            options.ShouldInclude = route => route.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true;
            var words = ApiWords.Load();
            options.AddOperationTransformer(new OperationDescriber(words));
            options.AddDocumentTransformer(new DocumentDescriber(words));
        });
        services.AddSingleton<ApiDescription>();
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/openapi.json", async (ApiDescription description, HttpResponse response) => (await description._written.Value).Answer(response, isPermanent: false))
        .ExcludeFromDescription();
}
