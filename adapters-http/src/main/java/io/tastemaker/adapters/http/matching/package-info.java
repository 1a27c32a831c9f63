/** Routes: search, rankings and their explanations, saved searches, dictionaries. */
package io.tastemaker.adapters.http.matching;
