using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;

namespace Host.Web.Api;

/// <summary>JSON as the interface writes it: numbers as numbers, names of states as words.</summary>
internal static class ApiJson
{
    public static void Set(JsonOptions options)
    {
        options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
    }
}
