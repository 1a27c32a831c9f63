/** Teams (the tenants) and the API keys that speak for them. */
package io.tastemaker.domain.identity;
