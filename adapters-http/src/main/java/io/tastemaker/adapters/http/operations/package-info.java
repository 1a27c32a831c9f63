/** Routes: Jobs and health. */
package io.tastemaker.adapters.http.operations;
