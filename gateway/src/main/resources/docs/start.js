/* global SwaggerUIBundle */
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  tryItOutEnabled: false,
  // Or the page would ask a server on the Internet whether the document is valid.
  validatorUrl: null,
  // A token stays in the page and is gone with it.
  persistAuthorization: false
});
