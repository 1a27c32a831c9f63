/** Lists of creators as files: keeping uploads, and reading them whatever they look like. */
package io.tastemaker.adapters.integrations.creators;
