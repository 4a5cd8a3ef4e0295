<?php

declare(strict_types=1);

namespace SupportPin\Whmcs;

use RuntimeException;
use Throwable;
use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

/** Looks at everything that has to fit before the first call, and says in words what does not. It changes nothing. */
final class Check
{
    private const MOST_SECONDS = 30;

    /** Nobody's id. */
    private const NOBODY = 'whmcs-check';

    public function __construct(private Settings $settings)
    {
    }

    /** @return list<array{0: string, 1: ?string}> what was looked at, and what is wrong with it; null if nothing */
    public function run(): array
    {
        $panel = ['endpoint', 'panelClient', 'panelKeyId', 'panelKeyFile'];
        $desk = ['endpoint', 'deskClient', 'deskKeyId', 'deskKeyFile'];
        return [
            $this->look('Settings', [], $this->settings(...)),
            $this->look('Addresses', ['pages', 'api', 'endpoint'], $this->addresses(...)),
            $this->look('Key of the customers\' client', ['panelKeyFile'], fn () => $this->key('panel')),
            $this->look('Key of the staff\'s client', ['deskKeyFile'], fn () => $this->key('desk')),
            $this->look('Roles that take calls', ['agentRoles'], $this->roles(...)),
            $this->look('Token service', ['endpoint'], $this->tokenService(...)),
            $this->look('Tokens for customers', $panel, fn () => $this->token('panel', '')),
            $this->look('Tokens for staff', $desk, fn () => $this->token('desk', Agent::SCOPE)),
            $this->look('Clock of this server', $panel, $this->clock(...)),
            $this->look('API', ['api'], $this->api(...)),
            $this->look('Pages', ['pages'], $this->pages(...)),
        ];
    }

    /** @param list<string> $needed settings without which there is nothing to look at @return array{0: string, 1: ?string} */
    private function look(string $what, array $needed, callable $look): array
    {
        $empty = array_intersect($needed, $this->settings->stillEmpty());
        if ($empty !== []) {
            return [$what, 'Not looked at: it needs ' . implode(', ', $empty) . '.'];
        }
        try {
            return [$what, $look()];
        } catch (Throwable $e) {
            return [$what, $e->getMessage()];
        }
    }

    private function settings(): ?string
    {
        $empty = $this->settings->stillEmpty();
        return $empty === [] ? null : 'Still empty: ' . implode(', ', $empty) . '.';
    }

    private function addresses(): ?string
    {
        foreach (['pages', 'api', 'endpoint'] as $field) {
            $address = parse_url($this->settings->get($field));
            $isLocal = in_array($address['host'] ?? '', ['127.0.0.1', 'localhost'], true);
            if (($address['scheme'] ?? '') !== 'https' && !$isLocal) {
                return "$field must be an https address.";
            }
            if ($field !== 'endpoint' && rtrim($address['path'] ?? '', '/') !== '') {
                return "$field must be an origin, without a path.";
            }
        }
        return null;
    }

    /** @param 'panel'|'desk' $client */
    private function key(string $client): ?string
    {
        $file = $this->settings->get($client . 'KeyFile');
        $real = realpath($file);
        if ($real === false || !is_readable($real)) {
            return "The web server cannot read $file.";
        }
        if (is_dir($real)) {
            return "$file is a folder. Name the file.";
        }
        foreach ([ROOTDIR, $_SERVER['DOCUMENT_ROOT'] ?? ROOTDIR] as $root) {
            if (str_starts_with($real, rtrim((string) realpath($root), '/') . '/')) {
                return 'The file is in the web root, where anybody could fetch it. Put it elsewhere, and make a new key.';
            }
        }
        if ((fileperms($real) & 0007) !== 0) {
            return 'Everybody on this server can read the file: chmod o= it.';
        }
        $key = openssl_pkey_get_private((string) file_get_contents($real));
        $curve = $key === false ? '' : (openssl_pkey_get_details($key)['ec']['curve_name'] ?? '');
        return $curve === 'prime256v1' ? null : 'The file must have a private key for P-256 as PEM, without a passphrase.';
    }

    private function roles(): ?string
    {
        if (preg_match('/[^\d\s,]/', $this->settings->get('agentRoles')) === 1) {
            return 'agentRoles must be numbers, separated by commas.';
        }
        $unknown = array_filter(
            $this->settings->agentRoles(),
            fn (int $role): bool => Capsule::table('tbladminroles')->where('id', $role)->first() === null,
        );
        return match (true) {
            $this->settings->agentRoles() === [] => 'No role takes calls: nobody sees the console.',
            $unknown !== [] => 'There is no administrator role ' . implode(', ', $unknown) . '.',
            default => null,
        };
    }

    private function tokenService(): ?string
    {
        $endpoint = $this->settings->get('endpoint');
        if (!str_ends_with($endpoint, '/v1/token')) {
            return 'endpoint must end in /v1/token.';
        }
        $issuer = substr($endpoint, 0, -strlen('token')) . 'issuers/panel';
        $document = json_decode($this->ask("$issuer/.well-known/openid-configuration")['body'], true);
        $own = is_string($document['token_endpoint'] ?? null) ? $document['token_endpoint'] : 'none';
        return $own === $endpoint ? null : "It answers, but its own endpoint is another one: $own.";
    }

    private function clock(): ?string
    {
        $parts = explode('.', support_pin_token($this->settings->client('panel'), self::NOBODY));
        $issued = json_decode((string) base64_decode(strtr($parts[1] ?? '', '-_', '+/')), true)['iat'] ?? null;
        if (!is_int($issued)) {
            return 'Its tokens do not say when they were issued.';
        }
        $off = time() - $issued;
        $seconds = abs($off);
        $where = $off > 0 ? 'ahead of' : 'behind';
        return $seconds <= self::MOST_SECONDS ? null : "It is $seconds seconds $where the service. Let it follow a time server.";
    }

    /** @param 'panel'|'desk' $client */
    private function token(string $client, string $scope): ?string
    {
        support_pin_token($this->settings->client($client), self::NOBODY, [], $scope);
        return null;
    }

    private function api(): ?string
    {
        $own = $this->origin();
        $answer = $this->ask($this->settings->origin('api') . '/v1/panel/support-pin', [
            CURLOPT_CUSTOMREQUEST => 'OPTIONS',
            CURLOPT_HTTPHEADER => ["Origin: $own", 'Access-Control-Request-Method: GET', 'Access-Control-Request-Headers: authorization'],
        ]);
        return in_array($answer['headers']['access-control-allow-origin'] ?? '', [$own, '*'], true)
            ? null
            : "It does not let pages of $own in: add that origin to AllowedOrigins.";
    }

    private function pages(): ?string
    {
        $answer = $this->ask($this->settings->origin('pages') . '/bar/support-pin-bar.js', [CURLOPT_HTTPHEADER => ['Origin: ' . $this->origin()]]);
        return match (true) {
            $answer['status'] !== 200 => "There is no bar: HTTP {$answer['status']}.",
            !isset($answer['headers']['access-control-allow-origin']) => 'The files lack the header Access-Control-Allow-Origin, so browsers will not load them here.',
            default => null,
        };
    }

    /** As browsers name this WHMCS. */
    private function origin(): string
    {
        $url = parse_url((string) Setting::getValue('SystemURL'));
        return ($url['scheme'] ?? 'https') . '://' . ($url['host'] ?? '') . (isset($url['port']) ? ':' . $url['port'] : '');
    }

    /** @return array{status: int, headers: array<string, string>, body: string} */
    private function ask(string $url, array $options = []): array
    {
        $headers = [];
        $http = curl_init($url);
        curl_setopt_array($http, $options + [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 8,
            CURLOPT_HEADERFUNCTION => function ($_, string $line) use (&$headers): int {
                [$name, $value] = explode(':', $line, 2) + [1 => ''];
                $headers[strtolower(trim($name))] = trim($value);
                return strlen($line);
            },
        ]);
        $body = curl_exec($http);
        if ($body === false) {
            throw new RuntimeException("$url does not answer: " . curl_error($http) . '.');
        }
        return ['status' => curl_getinfo($http, CURLINFO_RESPONSE_CODE), 'headers' => $headers, 'body' => $body];
    }
}
