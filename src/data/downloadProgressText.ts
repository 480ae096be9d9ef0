import type { DownloadProgress } from "./downloadFile.js";

/**
 * e.g. `71.4 of 170.1 MB (42 %), 1.2 MB/s, 1 min 22 s left`, with the mean rate of this connection.
 */
export function downloadProgressText({ received, total, start, seconds }: DownloadProgress): string {
  const rate = seconds > 0 ? (received - start) / seconds : 0;
  const amount = total === undefined ? megabytes(received) : `${(received / 1e6).toFixed(1)} of ${megabytes(total)} (${Math.floor((100 * received) / total)} %)`;
  const left = total === undefined || rate === 0 ? "" : `, ${duration((total - received) / rate)} left`;
  return `${amount}, ${rateText(rate)}${left}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function rateText(rate: number): string {
  return rate < 1e6 ? `${Math.round(rate / 1e3)} kB/s` : `${megabytes(rate)}/s`;
}

/** The two largest units: `2 h 5 min`, `1 min 22 s`, `9 s`. */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
