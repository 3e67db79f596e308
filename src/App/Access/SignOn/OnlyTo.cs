namespace Gongkai.App.Access.SignOn;

/// <summary>Asks one server and no other, whatever address the answers of that server name.</summary>
public sealed class OnlyTo(Uri server, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Uri.Compare(request.RequestUri, server, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? base.SendAsync(request, cancellationToken)
            : throw new HttpRequestException("The identity provider names a server that is not its own.");
}
