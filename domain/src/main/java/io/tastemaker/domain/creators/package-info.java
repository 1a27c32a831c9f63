/** Creators and the facts known about them, with the source, kind and time of each; reading the lists they come in. */
package io.tastemaker.domain.creators;
