/** Behaves as an API Gateway HTTP API does: routes, authorizers, CORS, events, answers. */
@NullMarked
package org.supportpin.local.gateway;

import org.jspecify.annotations.NullMarked;
