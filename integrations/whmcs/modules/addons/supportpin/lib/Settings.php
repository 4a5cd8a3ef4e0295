<?php

declare(strict_types=1);

namespace SupportPin\Whmcs;

use WHMCS\Database\Capsule;

/** What Configuration → System Settings → Addon Modules has for this module. */
final class Settings
{
    /** @var array<string, string> each field's name and what is to be typed into it */
    public const FIELDS = [
        'pages' => 'Where the pages are, such as https://pin.example.gr',
        'api' => 'The API, such as https://api.example.gr (the stack\'s output ApiUrl)',
        'endpoint' => 'The token endpoint, such as https://id.example.gr/v1/token (the output TokenEndpoint)',
        'panelClient' => 'The customers\' client in TokenClients, such as panel',
        'panelKeyId' => 'The kid of its key, such as panel-1',
        'panelKeyFile' => 'The file of its private key (PEM, P-256), outside the web root',
        'deskClient' => 'The staff\'s client in TokenClients, such as desk',
        'deskKeyId' => 'The kid of its key, such as desk-1',
        'deskKeyFile' => 'The file of its private key, outside the web root',
        'agentRoles' => 'The ids of the administrator roles that take calls, separated by commas',
    ];

    /** @param array<string, string> $values by field */
    private function __construct(private array $values)
    {
    }

    /** @param array<string, mixed> $given what WHMCS hands to a module's functions, and more */
    public static function of(array $given): self
    {
        $values = [];
        foreach (array_keys(self::FIELDS) as $field) {
            $values[$field] = trim((string) ($given[$field] ?? ''));
        }
        return new self($values);
    }

    /** For hooks, which are handed none. */
    public static function stored(): self
    {
        return self::of(Capsule::table('tbladdonmodules')->where('module', 'supportpin')->pluck('value', 'setting')->all());
    }

    public function get(string $field): string
    {
        return $this->values[$field];
    }

    /** Without one of them, nothing of the module shows. */
    public function isComplete(): bool
    {
        return $this->stillEmpty() === [];
    }

    /** @return list<string> the fields into which nothing has been typed */
    public function stillEmpty(): array
    {
        return array_keys($this->values, '', true);
    }

    /** The origin of the pages or of the API, without a slash at its end. */
    public function origin(string $field): string
    {
        return rtrim($this->values[$field], '/');
    }

    /** @param 'panel'|'desk' $client @return array{endpoint: string, client: string, key: string, kid: string} for support-pin.php */
    public function client(string $client): array
    {
        return [
            'endpoint' => $this->values['endpoint'],
            'client' => $this->values[$client . 'Client'],
            'kid' => $this->values[$client . 'KeyId'],
            'key' => $this->values[$client . 'KeyFile'],
        ];
    }

    /** @return list<int> */
    public function agentRoles(): array
    {
        return array_map('intval', preg_split('/[\s,]+/', $this->values['agentRoles'], -1, PREG_SPLIT_NO_EMPTY));
    }
}
